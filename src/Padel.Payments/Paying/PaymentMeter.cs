using System.Diagnostics.Metrics;

namespace Padel.Payments.Paying;

/// <summary>Counts how attempts end and how gateways answer: success rate and failure share are quotients of these.</summary>
internal static class PaymentMeter
{
    private static readonly Meter Meter = new("Padel.Payments");
    private static readonly Counter<long> Payments = Meter.CreateCounter<long>("padel.payments", null, "Attempts to pay, by how they ended");
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("padel.gateway.calls", null, "Calls to gateways, by what came of them");

    /// <summary>Counts attempts that came to an end, once each; told again is not counted.</summary>
    public static void Settled(Payment payment, SettlementAct act)
    {
        var outcome = act switch
        {
            SettlementAct.Pay => "paid",
            SettlementAct.Fail => "failed",
            SettlementAct.Expire => "expired",
            SettlementAct.TakeBack => "reversed",
            _ => null,
        };
        if (outcome is not null)
            Payments.Add(1, new("method", payment.Method), new("gateway", payment.Gateway ?? "none"), new("outcome", outcome));
    }

    /// <param name="call"><c>start</c>, <c>approve</c>, <c>inquire</c> or <c>cancel</c>.</param>
    public static void Called(string gateway, string call, string outcome) =>
        Calls.Add(1, new("gateway", gateway), new("call", call), new("outcome", outcome));
}
