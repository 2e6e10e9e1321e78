using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;
using Padel.Payments.Plans;
using Padel.Payments.Settings;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Paying;

/// <summary>All that a player needs to pay for a booking: what is owed, the ways to pay it, and how the last attempt went.</summary>
internal sealed class ShowCheckout(Database<PaymentsModule> database, TimeProvider clock)
{
    public static async Task<Results<Ok<CheckoutBody>, Problem>> Handle(
        Guid bookingId, Caller caller, ShowCheckout useCase, CancellationToken cancellation) =>
        await useCase.Run(bookingId, caller.UserId, cancellation) is { } body ? TypedResults.Ok(body) : new Problem(RequestErrors.NotFound);

    private async Task<CheckoutBody?> Run(Guid bookingId, Guid playerId, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        if (await ChargeRows.Find(connection, bookingId) is not { } charge || charge.PlayerId != playerId
            || await ClubMoneyRows.Find(connection, charge.ClubId) is not { } club)
            return null;

        var money = ChargeMoney.Of(charge, await ChargeRows.Paid(connection, charge), now);
        var wallet = await GeneralLedger.Balance(connection, new Accounts(charge.ClubId).Wallet(playerId), charge.Price.Currency);
        var plans = money.PayNow.IsZero ? [] : await PlanDesk.Covering(connection, charge, now);
        var routes = await GatewayRoutes.Of(connection, club);
        var newest = await PaymentRows.FindNewest(connection, bookingId);
        return new CheckoutBody(
            bookingId, club.ClubId, club.Name, ChargeMoney.HasLapsed(charge, now) ? "expired" : charge.Status, money.Price, money.Paid, money.Due,
            money.PayNow, charge.Status == "held" ? charge.HoldExpiresAt : null, [.. Methods(club, routes, money, wallet, plans.Count > 0)], wallet,
            [.. plans.Select(plan => new CheckoutPlanBody(plan.PlanId, plan.Name, plan.MinutesLeft, plan.ValidUntil))],
            newest is null ? null : await PaymentAnswers.Of(connection, newest));
    }

    private static IEnumerable<CheckoutMethodBody> Methods(ClubMoney club, GatewayRoutes routes, ChargeMoney money, Money wallet, bool hasPlan)
    {
        foreach (var method in MethodNames.All.Where(method => method != MethodNames.AtClub && club.Methods.Contains(method)))
        {
            var reason = !routes.CanOffer(method) ? "off"
                : method == MethodNames.Wallet && wallet.AmountMinor < money.PayNow.AmountMinor ? "insufficient_funds"
                : method == MethodNames.Plan && !hasPlan ? "no_plan"
                : null;
            yield return new CheckoutMethodBody(method, routes.GatewayFor(method), reason is null, reason, Needs(method));
        }
    }

    private static string[] Needs(string method) => method switch
    {
        MethodNames.JazzCash => ["phone", "cnicLast6"],
        MethodNames.EasyPaisa => ["phone"],
        _ => [],
    };
}
