internal import RowReading
