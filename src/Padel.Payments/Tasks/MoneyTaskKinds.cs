namespace Padel.Payments.Tasks;

/// <summary>What staff must sort out. Kinds never change their meaning: the console has a text for each.</summary>
internal static class MoneyTaskKinds
{
    /// <summary>No machine can send this refund.</summary>
    public const string RefundByHand = "refund_by_hand";

    /// <summary>The gateway refused a refund.</summary>
    public const string RefundFailed = "refund_failed";

    /// <summary>Nobody knows whether a refund went: look at the gateway's own pages.</summary>
    public const string RefundUnknown = "refund_unknown";

    /// <summary>The gateway sent money back that nobody here asked for, or took a refund back.</summary>
    public const string RefundElsewhere = "refund_elsewhere";

    /// <summary>Payments, ledger, gateway and bookings do not agree.</summary>
    public const string Mismatch = "mismatch";
}
