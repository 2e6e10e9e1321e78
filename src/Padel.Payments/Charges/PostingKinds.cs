namespace Padel.Payments.Charges;

/// <summary>Kinds of postings about a booking's money once it has come; statements and sums go by them.</summary>
internal static class PostingKinds
{
    /// <summary>Out of the booking's account into revenue.</summary>
    public const string Earned = "earned";

    /// <summary>Out of the booking's account, or owed by the player, into fees.</summary>
    public const string Fee = "fee";

    /// <summary>Out of the booking's account against what the player owes.</summary>
    public const string FeePaid = "fee_paid";

    /// <summary>Asked back: out of the booking's account into refunds on their way.</summary>
    public const string RefundAsked = "refund_asked";

    /// <summary>Asked back after it had been earned: out of revenue, or out of fees.</summary>
    public const string EarnedBack = "earned_back";
    public const string FeeBack = "fee_back";

    /// <summary>Out of refunds on their way to where it belongs.</summary>
    public const string Refund = "refund";

    /// <summary>A manager said no: back into the booking's account.</summary>
    public const string RefundDeclined = "refund_declined";
}
