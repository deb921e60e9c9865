"""How to vote: the steps, the ballot, situations, remedies."""
