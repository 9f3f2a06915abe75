"""Policy documents as files: their text, whatever the format, and proposals from many of them."""
