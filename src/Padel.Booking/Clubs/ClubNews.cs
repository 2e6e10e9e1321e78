using Dapper;
using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Platform.Messaging;

namespace Padel.Booking.Clubs;

/// <summary>Tells the other services how a club stands.</summary>
internal static class ClubNews
{
    /// <summary>Call last, with the club's row changed and locked.</summary>
    public static async Task Tell(NpgsqlTransaction transaction, Guid clubId, DateTimeOffset now)
    {
        var club = await transaction.Connection!.QuerySingleAsync<Row>( // a transaction in use has its connection
            """
            select club_id as ClubId, version as Version, slug as Slug, name as Name, address as Address, phone as Phone, time_zone as TimeZone,
                   currency as Currency, payment_methods as PaymentMethods
            from clubs where club_id = @clubId
            """, new { clubId }, transaction);
        var fact = new ClubChangedV1(
            club.ClubId, club.Version, club.Slug, club.Name, club.Address, club.Phone, club.TimeZone, club.Currency, club.PaymentMethods);
        await Outbox.Append(transaction, new OutgoingEvent(EventTypes.Booking.ClubChanged, clubId, fact), now);
    }

    private sealed class Row
    {
        public Guid ClubId { get; set; }
        public int Version { get; set; }
        public string Slug { get; set; } = "";
        public string Name { get; set; } = "";
        public string Address { get; set; } = "";
        public string? Phone { get; set; }
        public string TimeZone { get; set; } = "";
        public string Currency { get; set; } = "";
        public string[] PaymentMethods { get; set; } = [];
    }
}
