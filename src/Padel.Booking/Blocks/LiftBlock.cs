using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Booking.Blocks;

/// <summary>Staff open closed courts again. A second time changes nothing.</summary>
internal sealed class LiftBlock(Database<BookingModule> database, ClubCatalogue clubs, AfterBooking after, TimeProvider clock)
{
    public static async Task<Results<NoContent, Problem>> Handle(Guid blockId, StaffMember staff, LiftBlock useCase, CancellationToken cancellation) =>
        await useCase.Run(blockId, staff, cancellation) ? TypedResults.NoContent() : new Problem(RequestErrors.NotFound);

    /// <returns>False when the club has no such block.</returns>
    private async Task<bool> Run(Guid blockId, StaffMember staff, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var club = (await clubs.Find(staff.ClubId, cancellation))!; // the staff policy has found the club
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var block = await connection.QuerySingleOrDefaultAsync<Row>(
            """
            select block_id as BlockId, court_ids as CourtIds, starts_at as StartsAt, ends_at as EndsAt, reason as Reason, lifted_at as LiftedAt
            from blocks where block_id = @blockId and club_id = @ClubId for update
            """, new { blockId, staff.ClubId }, transaction);
        if (block is null || block.LiftedAt is not null)
            return block is not null;

        await connection.ExecuteAsync("update blocks set lifted_at = @now where block_id = @blockId", new { blockId, now }, transaction);
        await Occupancies.Release(transaction, [blockId], now);
        await Tell(transaction, block, staff, now);
        await transaction.CommitAsync(CancellationToken.None);
        after.Changed(club.ClubId, BlockDays.Of(club, block.StartsAt, block.EndsAt).Select(day => day.BusinessDay));
        return true;
    }

    private static async Task Tell(NpgsqlTransaction transaction, Row block, StaffMember staff, DateTimeOffset now)
    {
        await Outbox.Append(transaction, new OutgoingEvent(EventTypes.Booking.CourtReopened, staff.ClubId, new CourtReopenedV1(
            block.BlockId, staff.ClubId, block.CourtIds, block.StartsAt, block.EndsAt, BookingNews.ByStaff(staff.UserId))), now);
        await AuditLog.Write(transaction,
            new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "courts.reopened", "block", block.BlockId.ToString()) { Before = new { block.Reason } }, now);
    }

    private sealed class Row
    {
        public Guid BlockId { get; set; }
        public Guid[] CourtIds { get; set; } = [];
        public DateTimeOffset StartsAt { get; set; }
        public DateTimeOffset EndsAt { get; set; }
        public string Reason { get; set; } = "";
        public DateTimeOffset? LiftedAt { get; set; }
    }
}
