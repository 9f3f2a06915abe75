"""Figures and tables as an Excel workbook that leads to its evidence, and that can prove itself."""
