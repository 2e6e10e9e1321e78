using System.Globalization;
using Padel.Booking.Clubs;
using Padel.Kernel;
using Padel.Platform.Files;

namespace Padel.Booking.Imports.Reading;

/// <summary>
/// Reads rows of the bookings log against the club's set-up. The first reason in the order of <see cref="Reasons"/> is told.
/// A start after midnight is written with its calendar date but belongs to the business day before.
/// </summary>
internal sealed class BookingReader(ClubSetup club)
{
    public static readonly string[] Columns =
        ["log_no", "date", "start", "duration", "court", "booked_by", "phone", "players", "amount", "paid_via", "status", "remarks"];

    private const string UnnamedGuest = "Guest";
    private const int MaxPlayers = 20;

    private readonly CourtFinder _courts = new(club.Courts);

    public Read<LoggedBooking> Read(LogRow row)
    {
        if (!WrittenDate.TryParse(row["date"], out var date))
            return Refusal.Of(Reasons.BadDate, "date", row["date"]);
        if (!LogTime.TryParse(row["start"], out var minute))
            return Refusal.Of(Reasons.BadTime, "time of day", row["start"]);
        if (!LogDuration.TryParse(row["duration"], out var minutes))
            return Refusal.Of(Reasons.BadDuration, "length", row["duration"]);
        if (!club.Slots.Durations.Contains(minutes))
            return new Refusal(Reasons.BadDuration, $"The club does not sell {Wording.Minutes(minutes)}.");
        if (_courts.Find(row["court"]) is not { } court)
            return Refusal.Of(Reasons.UnknownCourt, "court of this club", row["court"]);

        var slot = TimeSlot.Of(club.Zone.InstantOf(date, minute), minutes);
        var businessDay = club.Hours.BusinessDayOf(slot.Start, club.Zone);
        if (!club.Hours.Contains(businessDay, club.Zone.MinuteOf(businessDay, slot.Start), minutes))
            return new Refusal(Reasons.OutsideHours, $"The club was not open {Wording.Moment(slot.Start, club.Zone)} for {Wording.Minutes(minutes)}.");
        if (!WrittenAmount.TryParse(row["amount"], club.Currency, out var amount))
            return Refusal.Of(Reasons.BadAmount, "amount", row["amount"]);
        if (!LogStatus.TryParse(row["status"], out var status))
            return Refusal.Of(Reasons.BadStatus, "status", row["status"]);
        return WithPerson(row, new Claim(court, slot, businessDay, amount, status));
    }

    // Who played and how it was paid: nothing here refuses a row.
    private static Read<LoggedBooking> WithPerson(LogRow row, Claim claim)
    {
        var warnings = new List<Refusal>();
        if (!PaidVia.TryParse(row["paid_via"], out var paidVia))
            warnings.Add(Refusal.Of(Reasons.BadPaidVia, "way to pay; taken as unpaid", row["paid_via"]));
        var name = Words.Name(row["booked_by"]);
        var booking = new LoggedBooking(claim.Court, claim.Slot, claim.BusinessDay, claim.Amount, claim.Status)
        {
            PaidVia = paidVia,
            Name = name.Length > 0 ? name : UnnamedGuest,
            Phone = Phone(row["phone"], warnings),
            Players = Players(row["players"], warnings),
            Note = Words.NullIfEmpty(Words.Clean(row["remarks"], Words.MaxNoteLength)),
        };
        return new Read<LoggedBooking>(booking, warnings);
    }

    private static PhoneNumber? Phone(string text, List<Refusal> warnings)
    {
        if (PhoneNumber.TryParse(text, out var phone))
            return phone;
        if (text.Length > 0)
            warnings.Add(Refusal.Of(Reasons.BadPhone, "phone number; taken as a guest", text));
        return null;
    }

    private static int? Players(string text, List<Refusal> warnings)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var players) && players is > 0 and <= MaxPlayers)
            return players;
        if (text.Length > 0)
            warnings.Add(Refusal.Of(Reasons.BadPlayers, "number of players", text));
        return null;
    }

    private sealed record Claim(Court Court, TimeSlot Slot, DateOnly BusinessDay, Money Amount, string Status);
}
