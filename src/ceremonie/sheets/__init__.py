"""Spreadsheets that colleagues fill in: read without running anything, and written for them.

file ─▶ reading: Workbook of Cells ─▶ columns: which list, which key ─▶ rows: Records, each value
with its cell
"""
