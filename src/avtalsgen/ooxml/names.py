"""The names that a Word file gives its parts, relationships and elements."""

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANTS_NS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

W = f"{{{W_NS}}}"
R = f"{{{R_NS}}}"
NAMESPACES = {"w": W_NS, "r": R_NS}

CUSTOM_PROPERTIES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"

CUSTOM_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
