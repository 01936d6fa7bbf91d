"""The names that a Word file gives its parts, relationships and elements."""

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANTS_NS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
"""Of the parts that hold relationships (ECMA-376 part 2, 9.3)."""
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"

W = f"{{{W_NS}}}"
R = f"{{{R_NS}}}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NAMESPACES = {"w": W_NS, "r": R_NS}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

OFFICE = f"{R_NS}/"
"""What the kinds of relationships begin with that a Word file is held together by."""
CUSTOM_PROPERTIES = f"{OFFICE}custom-properties"
FONT = f"{OFFICE}font"

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CUSTOM_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
