using System.ComponentModel.DataAnnotations;

namespace Padel.Payments.Paying;

/// <summary>How long attempts may take and when gateways are asked (section <c>Payments:Paying</c>).</summary>
internal sealed class PayingOptions
{
    public const string Section = "Payments:Paying";

    /// <summary>How long a player may take on a gateway's page; a hold that ends sooner ends it.</summary>
    [Range(1, 1440)]
    public int PageMinutes { get; set; } = 30;

    /// <summary>How long a player may take to approve on the phone.</summary>
    [Range(1, 60)]
    public int ApprovalMinutes { get; set; } = 5;

    /// <summary>Gateways may complete a moment after the hold; so long the attempt outlives it.</summary>
    [Range(0, 60)]
    public int AfterHoldMinutes { get; set; } = 2;

    /// <summary>When a gateway is first asked about an attempt that nobody has told of.</summary>
    [Range(1, 3600)]
    public int FirstInquirySeconds { get; set; } = 20;

    /// <summary>Calls that wait for a PIN at the same time.</summary>
    [Range(1, 200)]
    public int CallsAtOnce { get; set; } = 32;

    /// <summary>Calls in line; beyond them a player is asked to try again.</summary>
    [Range(1, 10_000)]
    public int CallsInLine { get; set; } = 200;
}
