"""What `check` asks the register: wordings that laws replaced, what documents need, words."""
