using System.Globalization;

namespace Padel.Simulators.Core;

internal enum OrderStatus
{
    Open,
    Pending,
    Paid,
    Failed,
    Cancelled,
    Expired,
    Dropped,
    Reversed,
}

/// <summary>One attempt to pay as the vendor knows it: under the merchant's reference and the vendor's own.</summary>
internal sealed class Order
{
    private readonly Lock _lock = new();

    public required Vendor Vendor { get; init; }
    public required string Reference { get; init; }
    public required string VendorReference { get; init; }
    public required long AmountMinor { get; init; }
    public string Currency { get; init; } = "PKR";
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the merchant sent, by field name.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public Scenario Scenario { get; set; }
    public Uri? ReturnUrl { get; set; }
    public Uri? NotificationUrl { get; set; }
    public OrderStatus Status { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public int Inquiries { get; private set; }

    /// <summary>Why the last card was declined (Stripe): the payer may try another one.</summary>
    public string? LastDecline { get; set; }

    public List<Refund> Refunds { get; } = [];

    public long RefundedMinor
    {
        get { lock (_lock) return Refunds.Where(refund => refund.Status != "failed").Sum(refund => refund.AmountMinor); }
    }

    /// <summary>The amount the vendor tells: another one when it misbehaves that way.</summary>
    public long ToldAmountMinor => Scenario == Scenario.WrongAmount ? AmountMinor - 100 : AmountMinor;

    /// <summary>The told amount in rupees, as most vendors write it.</summary>
    public string ToldRupees => (ToldAmountMinor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    public void Becomes(OrderStatus status, DateTimeOffset at)
    {
        lock (_lock)
            (Status, DecidedAt) = (status, at);
    }

    /// <summary>Leaves one of these states for another one; false when somebody else was faster.</summary>
    public bool Moves(OrderStatus to, DateTimeOffset at, params ReadOnlySpan<OrderStatus> from)
    {
        lock (_lock)
        {
            if (!from.Contains(Status))
                return false;
            (Status, DecidedAt) = (to, at);
            return true;
        }
    }

    public int CountInquiry()
    {
        lock (_lock)
            return ++Inquiries;
    }

    /// <summary>Books a refund unless more would go back than came.</summary>
    public bool TryRefund(Refund refund)
    {
        lock (_lock)
        {
            if (Refunds.Where(one => one.Status != "failed").Sum(one => one.AmountMinor) + refund.AmountMinor > AmountMinor)
                return false;
            Refunds.Add(refund);
            return true;
        }
    }
}

internal sealed class Refund(string id, long amountMinor, string status)
{
    public string Id { get; } = id;
    public long AmountMinor { get; } = amountMinor;
    public string Status { get; set; } = status;
    public string? FailureReason { get; set; }
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
