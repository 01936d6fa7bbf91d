"""The few changes that a negotiator asks about first."""
