using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Booking.Blocks;

/// <summary>Staff close courts for a time: all of them, or none when a booking is in the way.</summary>
internal sealed class BlockCourts(Database<BookingModule> database, ClubCatalogue clubs, AfterBooking after, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        BlockCourtsRequest request, StaffMember staff, BlockCourts useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.IfSent(http, staff.UserId, nameof(BlockCourts), new { staff.ClubId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await Collisions.Retry(() => useCase.Run(request, staff, key.Value, cancellation));
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(BlockCourtsRequest request, StaffMember staff, IdempotencyKey? key, CancellationToken cancellation)
    {
        Guid[] courtIds = [.. request.CourtIds.Distinct()];
        if (await clubs.Find(staff.ClubId, cancellation) is not { } club || courtIds.Any(courtId => club.FindCourt(courtId) is null))
            return BookingErrors.UnknownCourt;

        var now = clock.Now();
        var block = new BlockResponse(
            Guid.CreateVersion7(now), club.ClubId, courtIds, request.StartsAt, request.EndsAt, request.Kind, request.Reason.Trim(), now);
        var days = BlockDays.Of(club, request.StartsAt, request.EndsAt).ToList();
        var claims = from courtId in courtIds
                     from day in days
                     select new NewClaim(club.ClubId, courtId, day.BusinessDay, day.Part, request.ClaimKind, block.BlockId, ExpiresAt: null);

        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Occupancies.LockArrangement(transaction, club.ClubId);
        if (key is not null && await Idempotency.Find(connection, key, transaction) is { } before)
            return before;
        var during = new TimeSlot(block.StartsAt, block.EndsAt);
        await HoldExpiry.ReleaseInTheWay(transaction, club, courtIds, during, now);
        if (await BlockConflicts.Find(transaction, club, courtIds, during) is { Count: > 0 } conflicts)
            return BookingErrors.BlockConflicts.With("bookings", conflicts);
        if (!await Occupancies.TakeAll(transaction, [.. claims], now))
            return BookingErrors.BlockConflicts.With("bookings", await BlockConflicts.Find(transaction, club, courtIds, during, except: block.BlockId));
        await Write(transaction, block, staff, now);
        var answer = await Store(transaction, block, key, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        after.Changed(club.ClubId, days.Select(day => day.BusinessDay));
        return answer;
    }

    private static async Task Write(NpgsqlTransaction transaction, BlockResponse block, StaffMember staff, DateTimeOffset now)
    {
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into blocks (block_id, club_id, court_ids, starts_at, ends_at, kind, reason, created_by, created_at)
            values (@BlockId, @ClubId, @CourtIds, @StartsAt, @EndsAt, @Kind, @Reason, @UserId, @now)
            """,
            new { block.BlockId, block.ClubId, block.CourtIds, block.StartsAt, block.EndsAt, block.Kind, block.Reason, staff.UserId, now }, transaction);
        await Outbox.Append(transaction, new OutgoingEvent(EventTypes.Booking.CourtClosed, block.ClubId, new CourtClosedV1(
            block.BlockId, block.ClubId, block.CourtIds, block.StartsAt, block.EndsAt, block.Kind, block.Reason, BookingNews.ByStaff(staff.UserId))), now);
        await AuditLog.Write(transaction,
            new AuditEntry(block.ClubId, staff.UserId, staff.Name, "courts.blocked", "block", block.BlockId.ToString()) { After = block, Reason = block.Reason }, now);
    }

    private static async Task<StoredAnswer> Store(NpgsqlTransaction transaction, BlockResponse block, IdempotencyKey? key, DateTimeOffset now)
    {
        var answer = Answer.Created($"/api/v1/clubs/{block.ClubId}/blocks/{block.BlockId}", block);
        return key is null
            ? new StoredAnswer(answer.Status, Idempotency.Serialize(block), answer.Location, Replayed: false)
            : await Idempotency.Store(transaction, key, answer, now);
    }
}
