using System.Globalization;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Platform.Messaging;

namespace Padel.Host.DevOutbox;

/// <summary>What a player is told about a booking, to the phone if there is one, else by email. Imported history tells nobody anything.</summary>
internal sealed class OnBookingFact(MessageSignal signal, TimeProvider clock) : IEventHandler
{
    private const string ImportOrigin = "import";

    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<BookingFactV1>();
        if (fact.Origin == ImportOrigin || (fact.Phone ?? fact.Email) is not { } to)
            return;
        if (fact.PlayerId is { } playerId)
            await Contacts.Keep(context, playerId, fact.Phone, fact.Email);
        var (kind, text) = Words(context.Envelope.Type, fact);
        await new OutboxMessage(to, fact.Phone is null ? "email" : "sms", kind, text, Code: null).Store(context, signal, clock.GetUtcNow());
    }

    private static (string Kind, string Text) Words(string type, BookingFactV1 fact)
    {
        var game = Game(fact);
        return type switch
        {
            EventTypes.Booking.Held => ("booking-held", $"{game} is held for you. Please finish the booking. {fact.Reference}"),
            EventTypes.Booking.Confirmed => ("booking-confirmed", $"{game} is yours. See you there. {fact.Reference}"),
            EventTypes.Booking.Moved => ("booking-moved", $"Your game has moved: {game}. {fact.Reference}"),
            EventTypes.Booking.Cancelled => ("booking-cancelled", $"{game} is cancelled. {fact.Reference}"),
            EventTypes.Booking.Expired => ("booking-expired", $"{game} was not confirmed in time and is free again. {fact.Reference}"),
            _ => throw new InvalidOperationException($"No words for {type}."),
        };
    }

    private static string Game(BookingFactV1 fact)
    {
        var local = TimeZoneInfo.ConvertTime(fact.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(fact.TimeZone));
        return string.Create(CultureInfo.InvariantCulture, $"{fact.ClubName}, {fact.CourtName}, {local:ddd d MMM HH:mm}");
    }
}
