using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Payments.Settings;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Transfers.Matching;

/// <param name="CameMinor">What is on the account.</param>
/// <param name="LineId">The line of the statement that says so; without one a member of the staff has seen it.</param>
internal sealed record MatchWish(Guid PaymentId, long CameMinor, Guid? LineId, string? Note);

/// <summary>
/// Says in the caller's transaction that money came by transfer. Above the club's limit the first who says so proposes, and somebody else
/// confirms. Locks charge, payment, line, in this order.
/// </summary>
internal static class TransferMatching
{
    public const string Done = "done";
    public const string Proposed = "proposed";
    private const string Withdrawn = "withdrawn";

    public static async Task<Result<MatchAnswer>> Say(NpgsqlTransaction transaction, MatchWish wish, StaffMember staff, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var seen = await PaymentRows.Find(connection, wish.PaymentId);
        if (seen is not { Method: MethodNames.BankTransfer } || seen.ClubId != staff.ClubId || await ClubMoneyRows.Find(connection, staff.ClubId, transaction) is not { } club)
            return RequestErrors.NotFound;
        var charge = seen.BookingId is { } bookingId ? await ChargeRows.Lock(transaction, bookingId) : null;
        var payment = (await PaymentRows.Lock(transaction, wish.PaymentId))!; // payments are never deleted
        var proposed = await TransferMatchRows.Proposed(transaction, payment.PaymentId);
        var isSame = proposed is not null && IsSame(proposed, wish);
        wish = wish with { LineId = wish.LineId ?? (isSame ? proposed?.LineId : null) };
        if (await Refusal(transaction, payment, wish) is { } refusal)
            return refusal;

        var match = isSame && proposed is not null ? proposed with { LineId = wish.LineId } : New(payment, wish, staff, now);
        if (proposed is not null && proposed.MatchId != match.MatchId)
            await TransferMatchRows.Write(transaction, proposed with { State = Withdrawn });
        if (wish.CameMinor > club.RefundApprovalAboveMinor && match.ProposedBy == staff.UserId)
            return await Propose(transaction, payment, match, staff, now);
        return await Settle(transaction, payment, charge, match, staff, now);
    }

    // Whoever looks at the transfer need not know that somebody else looked at the line.
    private static bool IsSame(TransferMatch proposed, MatchWish wish) =>
        proposed.AmountMinor == wish.CameMinor && (proposed.LineId is null || wish.LineId is null || proposed.LineId == wish.LineId);

    private static async Task<Error?> Refusal(NpgsqlTransaction transaction, Payment payment, MatchWish wish)
    {
        if (wish.LineId is not { } lineId)
            return payment.IsPaid ? PaymentErrors.TransferMatched : null;
        if (await TransferMatchRows.LockLine(transaction, payment.ClubId, lineId) is not { } line)
            return RequestErrors.NotFound;
        return !line.IsOpen ? PaymentErrors.LineSettled
            : line.AmountMinor != wish.CameMinor || line.Currency != payment.Currency ? PaymentErrors.LineAmount
            : null;
    }

    private static async Task<Result<MatchAnswer>> Propose(NpgsqlTransaction transaction, Payment payment, TransferMatch match, StaffMember staff, DateTimeOffset now)
    {
        await TransferMatchRows.Write(transaction, match);
        await Audit(transaction, "transfer.proposed", payment, match, staff, now);
        return MatchAnswer.Of(payment, match, rest: null);
    }

    private static async Task<Result<MatchAnswer>> Settle(
        NpgsqlTransaction transaction, Payment payment, Charge? charge, TransferMatch match, StaffMember staff, DateTimeOffset now)
    {
        var came = new Money(match.AmountMinor, payment.Amount.Currency);
        var isProof = match.LineId is not null && await TransferMatchRows.LacksProof(transaction, payment.PaymentId, match.AmountMinor);
        var plan = MatchPlan.Of(payment, came, isProof, now);
        var paid = payment;
        if (!plan.ToPayment.IsZero)
        {
            await Came(transaction, payment.PaymentId, plan.ToPayment, match.Note, staff, now);
            var settled = await Pay(transaction, payment.PaymentId, match, now);
            if (!settled.IsSuccess)
                return settled.Error;
            paid = settled.Value;
        }

        if (!plan.ToAnother.IsZero)
        {
            var another = await Another(transaction, payment, plan.ToAnother, staff, now);
            var settled = await Pay(transaction, another.PaymentId, match, now);
            if (!settled.IsSuccess)
                return settled.Error;
            paid = plan.ToPayment.IsZero ? settled.Value : paid;
        }

        var done = match with
        {
            State = Done, Outcome = plan.Outcome, DoneAt = now, ConfirmedBy = match.ProposedBy == staff.UserId ? null : staff.UserId,
        };
        await TransferMatchRows.Write(transaction, done);
        if (match.LineId is { } lineId)
            await TransferMatchRows.SettleLine(transaction, lineId, paid.PaymentId, staff.UserId, now);
        await Audit(transaction, "transfer.matched", payment, done, staff, now);
        return MatchAnswer.Of(paid, done, await AskForTheRest(transaction, charge, now));
    }

    private static async Task<Result<Payment>> Pay(NpgsqlTransaction transaction, Guid paymentId, TransferMatch match, DateTimeOffset now)
    {
        var settled = await Settlement.Apply(transaction, paymentId, Finding.Of(FindingKind.Paid, null, null), match.LineId is null ? "desk" : "statement", now);
        return settled.Then<Payment>(one => one.Payment);
    }

    // What came counts, whatever was asked for; asked_minor of the match keeps that.
    private static Task<int> Came(NpgsqlTransaction transaction, Guid paymentId, Money came, string? note, StaffMember staff, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update payments set amount_minor = @AmountMinor, actor = @actor, note = coalesce(@note, note), updated_at = @now
            where payment_id = @paymentId and status <> 'paid'
            """, new { paymentId, came.AmountMinor, note, actor = PaymentNews.ByStaff(staff.UserId), now }, transaction);

    // Of a booking when it was one, so that it is used if something is owed; the next look at it happens here and now, so it is nobody's live attempt.
    private static Task<Payment> Another(NpgsqlTransaction transaction, Payment first, Money amount, StaffMember staff, DateTimeOffset now) =>
        TransferDesk.OpenUnasked(transaction, first with
        {
            Purpose = first.BookingId is null ? "top_up" : "booking", ProductId = null, PlanId = null, AmountMinor = amount.AmountMinor,
            Actor = PaymentNews.ByStaff(staff.UserId), Note = $"Came with or after {first.Reference}",
        }, now);

    // The hold goes on until its end: the player sees what is missing, with a reference for it.
    private static async Task<Payment?> AskForTheRest(NpgsqlTransaction transaction, Charge? charge, DateTimeOffset now)
    {
        if (charge is not { Status: "held" })
            return null;
        var money = ChargeMoney.Of(charge, await ChargeRows.Paid(transaction.Connection!, charge), now); // as above
        return money.PayNow.IsZero || await PaymentRows.LockLive(transaction, charge.BookingId) is not null
            ? null
            : await TransferDesk.Open(transaction, charge, money.PayNow, "system", now);
    }

    private static TransferMatch New(Payment payment, MatchWish wish, StaffMember staff, DateTimeOffset now) => new()
    {
        MatchId = Guid.CreateVersion7(now), ClubId = payment.ClubId, PaymentId = payment.PaymentId, LineId = wish.LineId,
        AskedMinor = payment.AmountMinor, AmountMinor = wish.CameMinor, State = Proposed, Note = wish.Note,
        ProposedBy = staff.UserId, ProposedByName = staff.Name, ProposedAt = now,
    };

    private static Task Audit(NpgsqlTransaction transaction, string action, Payment payment, TransferMatch match, StaffMember staff, DateTimeOffset now) =>
        AuditLog.Write(transaction, new AuditEntry(payment.ClubId, staff.UserId, staff.Name, action, "payment", payment.PaymentId.ToString())
        {
            Before = new { payment.Status, payment.AmountMinor, payment.Reference },
            After = new { match.AmountMinor, match.Outcome, match.LineId, match.ProposedBy, match.ConfirmedBy },
            Reason = match.Note,
        }, now);
}
