namespace Padel.Payments.Transfers.Statements;

/// <summary>What became of a statement, row by row.</summary>
/// <param name="Credits">Rows of money that came.</param>
/// <param name="New">Those of them nobody had sent before.</param>
/// <param name="Debits">Rows of money that went out; they are left alone.</param>
/// <param name="Matched">Lines that found their transfer by its reference, of this statement or an earlier one.</param>
/// <param name="NeedSecondPerson">Found, but above the club's limit: somebody else of the staff confirms.</param>
/// <param name="Open">Lines of the club that still wait for somebody.</param>
internal sealed record StatementReport(
    int Credits, int New, int Debits, int Matched, int NeedSecondPerson, int Open, IReadOnlyList<UnreadableLine> Unreadable);
