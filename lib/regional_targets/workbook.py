"""Stub while the module is written."""


def write_workbook(data, path, figures=None, regions=None, lang=None):
    """Write a workbook."""
    raise ValueError(path)
