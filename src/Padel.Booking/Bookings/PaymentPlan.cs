using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>How somebody wants to pay for a game, and what is known about them.</summary>
internal sealed record PaymentChoice(string PayWith, Money Price, DateTimeOffset StartsAt, DateTimeOffset BookedAt)
{
    public bool ContactVerified { get; init; }

    /// <summary>Their standing asks for money before the game.</summary>
    public bool DepositRequired { get; init; }

    /// <summary>Until when the court is held already, when another way of paying is chosen.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
}

/// <summary>What paying that way means: what must come before the booking stands, what the player does next, and how long the court waits.</summary>
/// <param name="HoldUntil">Null: the booking stands at once.</param>
internal sealed record PaymentPlan(Money PayNow, string? NextAction, DateTimeOffset? HoldUntil)
{
    /// <summary>Nobody gets money to a bank and its proof to us in less.</summary>
    private const int MinTransferMinutes = 30;

    public static Result<PaymentPlan> Of(PaymentChoice choice, PaymentRules rules, DateTimeOffset now)
    {
        var nothing = Money.Zero(choice.Price.Currency);
        if (!rules.Methods.Contains(choice.PayWith))
            return BookingErrors.PaymentMethodOff;
        if (choice.PayWith == PayWith.AtClub)
            return AtClub(choice, rules, now);
        if (choice.Price.IsZero)
            return new PaymentPlan(nothing, null, null);
        return choice.PayWith == PayWith.BankTransfer ? Transfer(choice, rules, now) : Online(choice, rules, now);
    }

    private static Result<PaymentPlan> AtClub(PaymentChoice choice, PaymentRules rules, DateTimeOffset now)
    {
        var nothing = Money.Zero(choice.Price.Currency);
        if (choice.DepositRequired && !choice.Price.IsZero)
            return BookingErrors.DepositRequired;
        return choice.ContactVerified || !rules.VerifiedContactForAtClub
            ? new PaymentPlan(nothing, null, null)
            : Held(nothing, NextStep.VerifyContact, Until(choice, rules.HoldMinutes, choice.StartsAt, now), now);
    }

    private static Result<PaymentPlan> Online(PaymentChoice choice, PaymentRules rules, DateTimeOffset now) => Held(
        choice.PayWith is PayWith.Wallet or PayWith.Plan ? choice.Price : Share(choice.Price, rules),
        NextStep.Pay, Until(choice, rules.HoldMinutes, choice.StartsAt, now), now);

    private static Result<PaymentPlan> Transfer(PaymentChoice choice, PaymentRules rules, DateTimeOffset now)
    {
        var until = Until(choice, rules.TransferHoldMinutes, choice.StartsAt.AddMinutes(-rules.TransferCutoffMinutes), now);
        return until < now.AddMinutes(MinTransferMinutes)
            ? BookingErrors.TooLateForTransfer
            : new PaymentPlan(Share(choice.Price, rules), NextStep.AwaitTransfer, until);
    }

    // Whoever has not done it by the start does not play; starting this very moment leaves no time.
    private static Result<PaymentPlan> Held(Money payNow, string action, DateTimeOffset until, DateTimeOffset now) =>
        until > now ? new PaymentPlan(payNow, action, until) : BookingErrors.InThePast;

    // So long from the booking on. Choosing another way later gives what is left of the hold, so that nobody keeps a court by choosing again.
    private static DateTimeOffset Until(PaymentChoice choice, int minutes, DateTimeOffset latest, DateTimeOffset now)
    {
        var fresh = Earlier(choice.BookedAt.AddMinutes(minutes), latest);
        if (choice.HeldUntil is not { } held)
            return fresh;
        var left = Earlier(Earlier(held, now.AddMinutes(minutes)), latest);
        return fresh > left ? fresh : left;
    }

    // A deposit of nothing would hold no one to anything.
    private static Money Share(Money price, PaymentRules rules)
    {
        var share = rules.DepositPercent > 0 ? price.Percent(rules.DepositPercent) : price;
        return share.IsZero ? price : share;
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
