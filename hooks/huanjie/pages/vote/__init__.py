"""The guide for voters: steps, the ballot, situations, remedies."""
