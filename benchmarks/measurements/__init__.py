"""The measurements that the commands `speed` and `growth` share."""
