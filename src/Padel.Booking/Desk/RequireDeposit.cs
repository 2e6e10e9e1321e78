using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Standing;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Desk;

internal sealed record RequireDepositRequest(bool Required, string? Reason = null);

internal sealed record DepositRequirement(Guid PlayerId, bool Required);

/// <summary>The desk asks a player for money before a booking stands, or trusts them again.</summary>
internal sealed class RequireDeposit(Database<BookingModule> database, TimeProvider clock)
{
    public static async Task<Results<Ok<DepositRequirement>, Problem>> Handle(
        Guid playerId, RequireDepositRequest request, StaffMember staff, RequireDeposit useCase, CancellationToken cancellation)
    {
        if (request.Reason?.Length > StaffRules.MaxReasonLength)
            return new Problem(RequestErrors.Invalid(("reason", $"At most {StaffRules.MaxReasonLength} characters.")));
        var result = await useCase.Run(playerId, request, staff, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<DepositRequirement>> Run(Guid playerId, RequireDepositRequest request, StaffMember staff, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await RecognisePlayer.Current(transaction, playerId) is not { } current
            || await StandingRows.Lock(transaction, staff.ClubId, current, now) is not { } before)
            return BookingErrors.UnknownPlayer;
        if (before.DepositRequired == request.Required)
            return new DepositRequirement(current, request.Required);

        await connection.ExecuteAsync(
            "update standings set deposit_required = @Required where club_id = @ClubId and player_id = @current",
            new { request.Required, staff.ClubId, current }, transaction);
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "player.deposit_required", "player", current.ToString())
        {
            Before = new { before.DepositRequired }, After = new { DepositRequired = request.Required }, Reason = request.Reason,
        }, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        return new DepositRequirement(current, request.Required);
    }
}
