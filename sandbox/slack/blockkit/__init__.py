"""Block Kit as Slack reads it: the rules for blocks, and the elements, texts and state inside them."""
