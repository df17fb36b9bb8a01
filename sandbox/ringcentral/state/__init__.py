"""The state of the local RingCentral: the account, its webinars, its policy and its history."""
