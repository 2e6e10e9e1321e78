namespace Padel.Payments.Gateways.JazzCash;

/// <summary>Response codes by what they mean for a payment.</summary>
internal enum JazzCashGroup
{
    /// <summary>In none of the groups, or one that says "host down": ask again.</summary>
    Unknown,

    Pending,
    CustomerCanRetry,
    AccountProblem,
    Expired,

    /// <summary>We sent something wrong, or with wrong credentials.</summary>
    OurFault,

    NotFound,
    Reversed,
    Disputed,
    Refunded,
    RefundRefused,
}
