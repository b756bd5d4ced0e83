"""The article view: text laid out lazily by paragraph, spans painted behind and above its lines."""
