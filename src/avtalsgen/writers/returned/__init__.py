"""Views of what somebody did to a Word file of ours."""
