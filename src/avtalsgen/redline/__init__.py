"""Any two Word files to a redline in Word that proves itself."""
