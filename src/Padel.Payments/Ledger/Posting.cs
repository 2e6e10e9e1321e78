using Padel.Kernel;

namespace Padel.Payments.Ledger;

/// <summary>Money moving between accounts of one club: why, by whom, and once.</summary>
/// <param name="Kind">What happened, for example <c>payment</c>, <c>refund</c>, <c>earned</c>; statements group by it.</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="Actor"><c>player:&lt;id&gt;</c>, <c>staff:&lt;id&gt;</c> or <c>system</c>.</param>
/// <param name="SubjectType">What it is about: <c>booking</c>, <c>payment</c>, <c>plan</c>, <c>refund</c>, <c>wallet</c>, <c>payout</c>.</param>
/// <param name="Key">Names the occasion, for example <c>payment:&lt;id&gt;:paid</c>; a second posting of the same key changes nothing.</param>
internal sealed record Posting(
    Guid ClubId, string Kind, string Reason, string Actor, string SubjectType, Guid SubjectId, string Key, params IReadOnlyList<Entry> Entries);

/// <summary>One side of a posting.</summary>
internal readonly record struct Entry(string Account, long AmountMinor, Currency Currency)
{
    public static Entry Debit(string account, Money amount) => new(account, amount.AmountMinor, amount.Currency);

    public static Entry Credit(string account, Money amount) => new(account, -amount.AmountMinor, amount.Currency);
}
