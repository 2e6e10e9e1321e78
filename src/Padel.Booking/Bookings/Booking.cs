using System.Text.Json;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>
/// A booking, as it stands in its row. <see cref="Decide"/> makes one from facts, purely; what it costs, why, and what cancelling it will
/// cost are frozen here.
/// </summary>
internal sealed record Booking
{
    public required Guid BookingId { get; init; }
    public required string Reference { get; init; }
    public int Version { get; init; } = 1;
    public required Guid ClubId { get; init; }
    public required Guid CourtId { get; init; }
    public Guid? PlayerId { get; init; }
    public string? GuestName { get; init; }
    public string? GuestPhone { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required DateOnly BusinessDay { get; init; }
    public required string Status { get; init; }
    public DateTimeOffset? HoldExpiresAt { get; init; }
    public string? NextAction { get; init; }
    public required string PayWith { get; init; }
    public string PaymentStatus { get; init; } = "unpaid";
    public required string Currency { get; init; }
    public required long PriceMinor { get; init; }
    public long AmountPaidMinor { get; init; }
    public long FeeDueMinor { get; init; }

    /// <summary>What must be paid for it to stand: a deposit, the whole price, or nothing when it is paid at the club.</summary>
    public long PayNowMinor { get; init; }

    /// <summary>What being cancelled or not coming costs in all; <see cref="FeeDueMinor"/> is the part that is not paid.</summary>
    public long FeeMinor { get; init; }

    public required string PriceSegments { get; init; }
    public required string CancellationPolicy { get; init; }
    public required string Source { get; init; }
    public string? Note { get; init; }
    public int? PlayersCount { get; init; }
    public string? CancelledReason { get; init; }
    public Guid? CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Whom the booking is for: the player as the club knows them, or the named guest.</summary>
    public required string Name { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }

    public TimeSlot Slot => new(StartsAt, EndsAt);

    public Money Price => Amount(PriceMinor);

    public Money AmountPaid => Amount(AmountPaidMinor);

    public Money FeeDue => Amount(FeeDueMinor);

    public CancellationPolicy Policy =>
        JsonSerializer.Deserialize<CancellationPolicy>(CancellationPolicy, JsonSerializerOptions.Web)!; // written by Decide, never null

    public bool IsActive => Status is BookingStatus.Held or BookingStatus.Confirmed;

    /// <summary>A hold that has lapsed is over for everybody, also before the sweep has written it down.</summary>
    public string StatusAt(DateTimeOffset now) => HoldExpiresAt <= now ? BookingStatus.Expired : Status;

    /// <summary>What a player's wish comes to: a booking, held or confirmed, or the first rule that says no.</summary>
    public static Result<Booking> Decide(BookingWish wish, BookingFacts facts, DateTimeOffset now)
    {
        if (BookingRules.Broken(wish, facts, now).FirstOrDefault() is { } error)
            return error;
        return wish.Place.Price(wish.Place.Club.Prices, facts.Standing.PriceClass).Then<Booking>(quote =>
        {
            var choice = new PaymentChoice(wish.PayWith, quote.Total, wish.Place.Slot.Start, now)
            {
                ContactVerified = facts.Player.ContactVerified, DepositRequired = facts.Standing.DepositRequired,
            };
            return PaymentPlan.Of(choice, wish.Place.Club.Payments, now).Then<Booking>(plan => New(wish, quote, facts.Player, now).PaidBy(plan));
        });
    }

    /// <summary>A confirmed booking of that place at that price.</summary>
    public static Booking New(BookingWish wish, PriceQuote quote, Customer customer, DateTimeOffset now) => new()
    {
        BookingId = Guid.CreateVersion7(now),
        Reference = Bookings.Reference.New(),
        ClubId = wish.Place.Club.ClubId,
        CourtId = wish.Place.Court.CourtId,
        PlayerId = customer.PlayerId,
        GuestName = customer.PlayerId is null ? customer.Name : null,
        GuestPhone = customer.PlayerId is null ? customer.Phone : null,
        StartsAt = wish.Place.Slot.Start,
        EndsAt = wish.Place.Slot.End,
        BusinessDay = wish.Place.BusinessDay,
        Status = BookingStatus.Confirmed,
        PayWith = wish.PayWith,
        Currency = quote.Total.Currency.Code,
        PriceMinor = quote.Total.AmountMinor,
        PriceSegments = Freeze(quote),
        CancellationPolicy = JsonSerializer.Serialize(wish.Place.Club.Cancellation, JsonSerializerOptions.Web),
        Source = wish.Source,
        Note = wish.Note,
        PlayersCount = wish.OtherPlayers.Count > 0 ? wish.OtherPlayers.Count + 1 : null,
        CreatedBy = wish.CreatedBy,
        CreatedAt = now,
        ConfirmedAt = now,
        Name = customer.Name,
        Phone = customer.Phone,
        Email = customer.Email,
    };

    /// <summary>Segment by segment, which rule made the price.</summary>
    public static string Freeze(PriceQuote quote) => JsonSerializer.Serialize(
        quote.Segments.Select(s => new { s.StartMinute, s.RuleId, s.RuleName, s.Amount.AmountMinor }), JsonSerializerOptions.Web);

    /// <summary>The booking as paying that way makes it: it stands already, or is held.</summary>
    private Booking PaidBy(PaymentPlan plan) => this with
    {
        Status = plan.HoldUntil is null ? BookingStatus.Confirmed : BookingStatus.Held,
        HoldExpiresAt = plan.HoldUntil,
        NextAction = plan.NextAction,
        PayNowMinor = plan.PayNow.AmountMinor,
        ConfirmedAt = plan.HoldUntil is null ? ConfirmedAt : null,
    };

    private Money Amount(long minor) => new(minor, Kernel.Currency.Of(Currency));
}
