using Padel.Kernel;

namespace Padel.Payments.Transfers.Statements;

/// <summary>A credit on the club's account, as the bank wrote it.</summary>
/// <param name="Number">The physical line of the file, from 1.</param>
/// <param name="Key">Tells two credits apart that look the same, and one credit in two statements together.</param>
internal sealed record StatementLine(int Number, DateOnly BookedOn, Money Amount, string Text, string? Sender, byte[] Key);

/// <summary>A row nobody can make sense of, for the person who sent the file.</summary>
internal sealed record UnreadableLine(int Line, string Reason);

/// <param name="Debits">Rows of money that went out: none of our business.</param>
internal sealed record StatementContent(IReadOnlyList<StatementLine> Credits, int Debits, IReadOnlyList<UnreadableLine> Unreadable);
