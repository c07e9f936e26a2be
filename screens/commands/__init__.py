"""The actions of the interface, one small class each; footer, palette, help and keymap are derived from them."""
