"""Everything that makes the bundled embedding model: data, tokenizer, two training stages, export, measurement."""
