using Padel.Kernel;

namespace Padel.Booking.Clubs;

/// <summary>
/// What cancelling costs (RULES 2.1): free until so many hours before the start, then half, then all. Exactly at a deadline counts as in
/// time. A new booking has a grace in which cancelling is free, or one made inside the deadline could never be undone.
/// </summary>
internal sealed record CancellationPolicy(int FreeUntilHours, int HalfUntilHours, int GraceMinutes, int NoShowFeePercent)
{
    private const int HalfPercent = 50;

    /// <summary>The fee for cancelling now; null after the start, when nothing can be cancelled any more.</summary>
    public Money? FeeAt(DateTimeOffset now, DateTimeOffset startsAt, DateTimeOffset createdAt, Money price)
    {
        foreach (var step in Steps(startsAt, createdAt, price))
        {
            if (now <= step.Until)
                return step.Fee;
        }

        return null;
    }

    public Money NoShowFee(Money price) => price.Percent(NoShowFeePercent);

    /// <summary>What the person reads before cancelling; null after the start.</summary>
    public CancellationTerms? Terms(
        DateTimeOffset now, DateTimeOffset startsAt, DateTimeOffset createdAt, Money price, Money amountPaid, ClubZone zone)
    {
        var ahead = Steps(startsAt, createdAt, price).Where(step => now <= step.Until).ToList();
        if (ahead.Count == 0)
            return null;

        var feeNow = ahead[0].Fee;
        var refundNow = Money.Max(amountPaid - feeNow, Money.Zero(price.Currency));
        return new CancellationTerms(feeNow, refundNow, ahead, Sentence(ahead, zone));
    }

    // In time order, the last until the start; steps of equal fee are one.
    private List<CancellationStep> Steps(DateTimeOffset startsAt, DateTimeOffset createdAt, Money price)
    {
        var grace = Earlier(createdAt.AddMinutes(GraceMinutes), startsAt);
        var free = Later(startsAt.AddHours(-FreeUntilHours), grace);
        var steps = new List<CancellationStep>(3);
        Add(new(free, Money.Zero(price.Currency)));
        Add(new(startsAt.AddHours(-HalfUntilHours), price.Percent(HalfPercent)));
        Add(new(startsAt, price));
        return steps;

        void Add(CancellationStep step)
        {
            if (steps.Count > 0 && step.Until <= steps[^1].Until)
                return;
            if (steps.Count > 0 && step.Fee == steps[^1].Fee)
                steps.RemoveAt(steps.Count - 1);
            steps.Add(step);
        }
    }

    private static string Sentence(List<CancellationStep> steps, ClubZone zone)
    {
        var parts = steps.Select((step, index) =>
        {
            var fee = step.Fee.IsZero ? "nothing" : Wording.Amount(step.Fee);
            return index == steps.Count - 1 ? $"{fee} until the start" : $"{fee} until {Wording.Moment(step.Until, zone)}";
        });
        return $"Cancelling costs {string.Join(", then ", parts)}.";
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>The consequence of cancelling, as the API shows it. Steps are in time order; the last lasts until the start.</summary>
internal sealed record CancellationTerms(Money FeeNow, Money RefundNow, IReadOnlyList<CancellationStep> Steps, string Text);

internal sealed record CancellationStep(DateTimeOffset Until, Money Fee);
