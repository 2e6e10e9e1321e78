namespace Padel.Booking.Clubs;

/// <summary>A club's rules as sentences for people, in the order they matter to them.</summary>
internal static class PolicyInWords
{
    public static IReadOnlyList<string> Of(ClubSetup club) =>
        [.. Cancelling(club.Cancellation), Window(club.Limits), .. Paying(club.Payments)];

    private static IEnumerable<string> Cancelling(CancellationPolicy policy)
    {
        if (policy.FreeUntilHours == 0)
        {
            yield return "Cancel free of charge until the start.";
        }
        else
        {
            yield return policy.HalfUntilHours < policy.FreeUntilHours
                ? $"Cancel free of charge until {Hours(policy.FreeUntilHours)} before the start. Until {Before(policy.HalfUntilHours)} it costs half the price"
                    + (policy.HalfUntilHours > 0 ? ", after that the full price." : ".")
                : $"Cancel free of charge until {Hours(policy.FreeUntilHours)} before the start; after that it costs the full price.";
            if (policy.GraceMinutes > 0)
                yield return $"A new booking can be cancelled free of charge for {Wording.Minutes(policy.GraceMinutes)}, or until it starts.";
        }

        if (policy.NoShowFeePercent > 0)
            yield return $"Not turning up costs {(policy.NoShowFeePercent == 100 ? "the full price" : $"{policy.NoShowFeePercent} % of the price")}.";
    }

    private static string Window(BookingLimits limits)
    {
        var ahead = limits.DaysAhead switch
        {
            0 => "Book for today only",
            1 => "Book up to 1 day ahead",
            var days => $"Book up to {days} days ahead",
        };
        return $"{ahead}, with at most {limits.ActiveBookings} upcoming {(limits.ActiveBookings == 1 ? "game" : "games")} at a time.";
    }

    private static IEnumerable<string> Paying(PaymentRules payments)
    {
        if (payments.Methods.Contains("at_club") && payments.VerifiedContactForAtClub)
            yield return "To pay at the club, confirm your phone number or email once.";
        if (payments.DepositPercent > 0 && payments.Methods.Any(method => method is not ("at_club" or "wallet" or "plan")))
            yield return $"Paying online, {payments.DepositPercent} % is due when you book and the rest at the club.";
        if (payments.Methods.Contains("bank_transfer"))
        {
            var cutoff = payments.TransferCutoffMinutes == 0 ? "before the start" : $"at least {Wording.Minutes(payments.TransferCutoffMinutes)} before the start";
            yield return $"A bank transfer must arrive within {Wording.Minutes(payments.TransferHoldMinutes)}, and {cutoff}.";
        }
    }

    private static string Before(int hours) => hours == 0 ? "the start" : $"{Hours(hours)} before";

    private static string Hours(int hours) => hours == 1 ? "1 hour" : $"{hours} hours";
}
