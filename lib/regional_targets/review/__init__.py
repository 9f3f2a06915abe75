"""The workbook in which a person decides on proposals, and its way back into the tables."""
