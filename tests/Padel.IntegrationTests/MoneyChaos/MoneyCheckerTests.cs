using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;
using Padel.MoneyChecker;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>The checker is fed tampered rows, one at a time, and must find each: a guard that cannot fail guards nothing.</summary>
public sealed class MoneyCheckerTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly string[] Tampered =
    [
        "update payments.entries set amount_minor = amount_minor + 100 where (posting_id, line) = (select posting_id, line from payments.entries limit 1)",
        "delete from payments.entries where (posting_id, line) = (select posting_id, line from payments.entries limit 1)",
        "update payments.balances set balance_minor = balance_minor + 100 where account = (select account from payments.balances limit 1)",
        "update payments.payments set amount_minor = amount_minor + 100 where payment_id = (select payment_id from payments.payments where status = 'paid' limit 1)",
        "update payments.payments set status = 'failed', settled_as = null, paid_at = null where payment_id = (select payment_id from payments.payments where status = 'paid' limit 1)",
        "update payments.payments set refunded_minor = 0 where refunded_minor > 0",
        "delete from payments.refunds where refund_id = (select refund_id from payments.refunds limit 1)",
        "delete from payments.postings where posting_id = (select posting_id from payments.postings where posting_key like '%:paid' limit 1)",
        "delete from payments.receipts where receipt_id = (select receipt_id from payments.receipts limit 1)",
        "update payments.receipts set total_minor = total_minor + 100 where receipt_id = (select receipt_id from payments.receipts limit 1)",
        "update booking.bookings set amount_paid_minor = amount_paid_minor + 100 where booking_id = (select booking_id from payments.payments where status = 'paid' limit 1)",
    ];

    [Fact]
    public async Task A_clean_day_has_no_findings_and_every_tampered_row_is_found()
    {
        var world = await MoneyWorld.Make(server);
        await ADay(world);
        await using var sql = await server.Sql();
        (await Checker.Run(sql)).ShouldBeEmpty();

        foreach (var tamper in Tampered)
        {
            await using var transaction = await sql.BeginTransactionAsync(TestContext.Current.CancellationToken);
            // As somebody with the disk in his hands: no trigger, no foreign key stops him.
            await sql.ExecuteAsync("set local session_replication_role = replica", transaction: transaction);
            (await sql.ExecuteAsync(tamper, transaction: transaction)).ShouldBePositive(tamper);
            (await Checker.Run(transaction)).ShouldNotBeEmpty(tamper);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task ADay(MoneyWorld world)
    {
        var kept = await world.Booked();
        using var paid = await world.TakeAtDesk(kept, await Due(world, kept));
        await paid.Expect(201);
        var back = await world.Booked(court: 2);
        using var alsoPaid = await world.TakeAtDesk(back, await Due(world, back), "terminal");
        await alsoPaid.Expect(201);
        await server.EventsSettled();
        await world.Cancel(back);
    }

    private static async Task<long> Due(MoneyWorld world, Guid booking) =>
        (await world.MoneyOf(booking)).GetProperty("due").GetProperty("amountMinor").GetInt64();
}
