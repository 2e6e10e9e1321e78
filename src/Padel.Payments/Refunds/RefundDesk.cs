using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Payments.Tasks;

namespace Padel.Payments.Refunds;

/// <summary>
/// The only way money goes back: takes it out of the booking (or of what was earned with it), marks it on the payments so that never more goes
/// back than was paid, and brings it on its way. What needs no gateway is done at once.
/// </summary>
internal sealed class RefundDesk(IEnumerable<IGateway> gateways)
{
    private readonly Dictionary<string, IGateway> _gateways = gateways.DistinctBy(gateway => gateway.Name).ToDictionary(gateway => gateway.Name);

    /// <summary>In the caller's transaction, which has locked the charge.</summary>
    /// <returns>
    /// One refund per payment it comes out of; <c>payments.refund_too_much</c> when that much was not paid, <c>payments.no_wallet</c> when a
    /// guest shall get credit. On an error nothing was written.
    /// </returns>
    public async Task<Result<IReadOnlyList<Refund>>> Ask(NpgsqlTransaction transaction, Charge charge, RefundWish wish, DateTimeOffset now)
    {
        var sources = await RefundSource.Lock(transaction, charge.BookingId);
        var money = await BookingMoney.Read(transaction, charge);
        if (wish.AmountMinor > money.Taken)
            return PaymentErrors.RefundTooMuch;
        var parts = RefundSplit.Of(sources, wish, charge.PlayerId, CanRefund);
        if (!parts.IsSuccess)
            return parts.Error;

        var asked = new List<(Refund Refund, RefundPart Part)>();
        foreach (var part in parts.Value)
            asked.Add((await Write(transaction, charge, wish, part, now), part));
        return await FinishWhatCan(transaction, asked, now);
    }

    public bool CanRefund(string gateway) => _gateways.TryGetValue(gateway, out var found) && found.CanRefund;

    private static async Task<Refund> Write(NpgsqlTransaction transaction, Charge charge, RefundWish wish, RefundPart part, DateTimeOffset now)
    {
        var status = wish.NeedsApproval ? RefundStatus.NeedsApproval : part.Way == RefundWay.ByHand ? RefundStatus.Manual : RefundStatus.Requested;
        var refund = new Refund
        {
            RefundId = Guid.CreateVersion7(now), ClubId = charge.ClubId, PaymentId = part.Payment.PaymentId, BookingId = charge.BookingId,
            PlayerId = part.Payment.PlayerId ?? charge.PlayerId, Currency = charge.Currency, AmountMinor = part.AmountMinor,
            Destination = part.Destination, Status = status, Kind = wish.Kind, Reason = wish.Reason, Reference = RefundReference.New(),
            NextAttemptAt = status == RefundStatus.Requested && part.Way == RefundWay.ByGateway ? now : null,
            RequestedBy = wish.Actor, CreatedAt = now,
        };
        await Reserve(transaction, refund);
        await RefundRows.Insert(transaction, refund);
        await MoneyOut.ForRefund(transaction, charge, refund, now);
        if (status == RefundStatus.Manual)
            await OpenTask(transaction, refund, now);
        return refund;
    }

    public static Task OpenTask(NpgsqlTransaction transaction, Refund refund, DateTimeOffset now) =>
        MoneyTasks.Open(transaction, refund.ClubId, MoneyTaskKinds.RefundByHand, "refund", refund.RefundId,
            $"Give back {refund.Amount} by hand: {refund.Reason}", now, new { refund.BookingId, refund.PaymentId, refund.Reference });

    // The guard is in the database: the payment's row is locked and a check constraint refuses more than was paid.
    private static async Task Reserve(NpgsqlTransaction transaction, Refund refund)
    {
        var reserved = await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update payments set refunded_minor = refunded_minor + @AmountMinor
            where payment_id = @PaymentId and status = 'paid' and refunded_minor + reversed_minor + not_needed_minor + @AmountMinor <= amount_minor
            """, new { refund.PaymentId, refund.AmountMinor }, transaction);
        if (reserved != 1)
            throw new InvalidOperationException($"Payment {refund.PaymentId} has not that much left, though its row was locked.");
    }

    // Plans before wallets: accounts are locked in the order of their codes.
    private static async Task<Result<IReadOnlyList<Refund>>> FinishWhatCan(
        NpgsqlTransaction transaction, List<(Refund Refund, RefundPart Part)> asked, DateTimeOffset now)
    {
        var done = new List<Refund>();
        foreach (var (refund, part) in asked.OrderBy(one => one.Refund.Destination, StringComparer.Ordinal))
        {
            done.Add(refund.Status == RefundStatus.Requested && part.Way == RefundWay.AtOnce
                ? await RefundCompletion.Complete(transaction, refund, part.Payment, refund.RequestedBy, now)
                : refund);
        }

        return done;
    }
}
