"""The grammar of quantities: words and digits become numbers, numbers get units, qualifiers and a measure."""
