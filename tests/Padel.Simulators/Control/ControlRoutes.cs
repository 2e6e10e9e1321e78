using Padel.Simulators.Bank;
using Padel.Simulators.Core;

namespace Padel.Simulators.Control;

/// <summary>What tests and developers steer the vendors by.</summary>
internal static class ControlRoutes
{
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(30);

    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/control");
        control.MapPost("/scenarios", ChooseScenario);
        control.MapPost("/next", ChooseNext);
        control.MapPost("/default", ChooseDefault);
        control.MapPost("/faults", AddFault);
        control.MapPost("/chaos", BeginChaos);
        control.MapPost("/merchants", PutMerchant);
        control.MapPost("/orders", DecideOrder);
        control.MapPost("/notifications", SendNotification);
        control.MapPost("/settle", Settle);
        control.MapPost("/reset", Reset);
        control.MapGet("/state", (World world, Schedule schedule, string? reference) => Results.Json(StateView.Of(world, schedule, reference)));
    }

    private static IResult ChooseScenario(ScenarioChoice choice, World world) =>
        choice.Reference is { Length: > 0 } reference && Scenarios.TryParse(choice.Scenario, out var scenario) ? Done(() => world.Choose(reference, scenario)) : Wrong("reference, scenario");

    private static IResult ChooseNext(ScenarioChoice choice, World world) =>
        Vendors.TryParse(choice.Vendor, out var vendor) && Scenarios.TryParse(choice.Scenario, out var scenario) ? Done(() => world.ChooseNext(vendor, scenario)) : Wrong("vendor, scenario");

    private static IResult ChooseDefault(ScenarioChoice choice, World world) =>
        Vendors.TryParse(choice.Vendor, out var vendor) && Scenarios.TryParse(choice.Scenario, out var scenario) ? Done(() => world.ChooseDefault(vendor, scenario)) : Wrong("vendor, scenario");

    private static IResult AddFault(FaultWish wish, Faults faults) =>
        Vendors.TryParse(wish.Vendor, out var vendor) && Faults.TryRead(wish.Kind, out var fault) ? Done(() => faults.Add(vendor, wish.Call ?? Faults.AnyCall, fault, wish.Times ?? 1)) : Wrong("vendor, call, kind, times");

    private static IResult BeginChaos(ChaosWish wish, Chaos chaos) => Done(() => chaos.Begin(wish.Seed, wish.Percent));

    private static IResult PutMerchant(MerchantWish wish, Merchants merchants) =>
        Vendors.TryParse(wish.Vendor, out var vendor)
            ? Done(() => merchants.Put(vendor, wish.MerchantId, wish.Credentials ?? [], wish.NotificationUrl, wish.ReturnUrlPrefix))
            : Wrong("vendor, merchantId, credentials, notificationUrl, returnUrlPrefix");

    /// <summary>The vendor's back office: an order becomes paid, failed, expired or reversed now, told or not.</summary>
    private static IResult DecideOrder(OrderWish wish, World world, Notifier notifier)
    {
        if (world.Find(wish.Reference ?? "") is not { } order || !Enum.TryParse<OrderStatus>(wish.Status, ignoreCase: true, out var status))
            return Wrong("reference of an order, status, notify");
        order.Becomes(status, world.Now);
        if (wish.Notify == true)
            notifier.Later(order, NotificationKind.Truth, TimeSpan.Zero);
        return Results.NoContent();
    }

    private static IResult SendNotification(NotificationWish wish, World world, Notifier notifier) =>
        world.Find(wish.Reference ?? "") is { } order && Enum.TryParse<NotificationKind>(wish.Kind ?? "truth", ignoreCase: true, out var kind)
            ? Done(() => notifier.Later(order, kind, TimeSpan.FromMilliseconds(wish.AfterMilliseconds ?? 0)))
            : Wrong("reference of an order, kind (truth, success, failure, forged, hostile, stale, rotated), afterMilliseconds");

    /// <summary>Answers when nothing is left to happen.</summary>
    private static async Task<IResult> Settle(Schedule schedule) =>
        await schedule.Settled(SettleLimit) ? Results.NoContent() : Results.Text("Things still go on.", statusCode: StatusCodes.Status409Conflict);

    private static async Task<IResult> Reset(Schedule schedule, World world, Faults faults, Chaos chaos, Gate gate, BankAccount bank)
    {
        await schedule.Forget();
        world.Reset();
        faults.Clear();
        chaos.End();
        gate.Forget();
        bank.Clear();
        return Results.NoContent();
    }

    private static IResult Done(Action what)
    {
        what();
        return Results.NoContent();
    }

    private static IResult Wrong(string expected) => Results.Text($"Expected: {expected}.", statusCode: StatusCodes.Status400BadRequest);
}
