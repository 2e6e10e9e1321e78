namespace Padel.Payments.Paying;

/// <summary>A payment after a finding was applied to it.</summary>
/// <param name="Act">What was done; <see cref="SettlementAct.None"/> when the finding was no news.</param>
internal sealed record Settled(Payment Payment, SettlementAct Act, string? Trouble);
