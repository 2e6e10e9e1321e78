using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Transfers;

internal sealed record TransferList(IReadOnlyList<TransferEntry> Items, Guid? NextCursor);

/// <param name="Asked">What the player was asked for; differs from the amount when more or less came.</param>
/// <param name="ProofAt">When the newest proof came; absent: none.</param>
/// <param name="Proposal">Somebody says it came; above the limit somebody else must say so too.</param>
internal sealed record TransferEntry(
    Guid PaymentId, string Reference, string Purpose, string Status, Money Amount, Money? Asked, string? Outcome, Guid? BookingId, string? BookingReference,
    string? CustomerName, string? CustomerPhone, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? PaidAt, DateTimeOffset? ProofAt,
    string? ProofType, TransferProposal? Proposal);

internal sealed record TransferProposal(Money Amount, Guid? LineId, Guid ProposedBy, string ProposedByName, DateTimeOffset ProposedAt);

/// <summary>Transfers the club waits for, those that lapsed, or those that came; newest first.</summary>
internal static class ListTransfers
{
    private const int PageSize = 50;

    private static readonly Dictionary<string, string[]> States = new()
    {
        ["waiting"] = ["created", "pending"],
        ["lapsed"] = ["expired", "abandoned", "failed"],
        ["matched"] = ["paid"],
    };

    public static async Task<Results<Ok<TransferList>, Problem>> Handle(
        StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation, string state = "waiting", Guid? cursor = null)
    {
        if (!States.TryGetValue(state, out var statuses))
            return new Problem(RequestErrors.Invalid(("state", "waiting, lapsed or matched.")));
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<TransferRow>(
            """
            select p.payment_id as PaymentId, p.reference as Reference, p.purpose as Purpose, p.status as Status, p.currency as Currency,
                p.amount_minor as AmountMinor, p.booking_id as BookingId, p.created_at as CreatedAt, p.expires_at as ExpiresAt, p.paid_at as PaidAt,
                c.reference as BookingReference, c.customer_name as CustomerName, c.customer_phone as CustomerPhone,
                proof.uploaded_at as ProofAt, proof.content_type as ProofType,
                m.state as MatchState, m.asked_minor as AskedMinor, m.amount_minor as CameMinor, m.outcome as Outcome, m.line_id as LineId,
                m.proposed_by as ProposedBy, m.proposed_by_name as ProposedByName, m.proposed_at as ProposedAt
            from payments p
            left join charges c on c.booking_id = p.booking_id
            left join lateral (select uploaded_at, content_type from transfer_proofs t where t.payment_id = p.payment_id order by proof_id desc limit 1) proof on true
            left join lateral (select * from transfer_matches t where t.payment_id = p.payment_id and t.state <> 'withdrawn' order by match_id desc limit 1) m on true
            where p.club_id = @ClubId and p.method = 'bank_transfer' and p.status = any(@statuses) and (@cursor::uuid is null or p.payment_id < @cursor)
            order by p.payment_id desc limit @PageSize + 1
            """, new { staff.ClubId, statuses, cursor, PageSize })).AsList();
        return TypedResults.Ok(new TransferList([.. rows.Take(PageSize).Select(row => row.Entry())], rows.Count > PageSize ? rows[PageSize - 1].PaymentId : null));
    }
}
