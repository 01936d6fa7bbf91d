"""Where words of a document stand: in its file, on its pages."""
