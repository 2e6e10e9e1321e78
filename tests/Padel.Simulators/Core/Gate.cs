using System.Collections.Concurrent;

namespace Padel.Simulators.Core;

/// <summary>Where every call from server to server goes through: faults asked for, those of the order's scenario, those of chaos.</summary>
internal sealed class Gate(World world, Faults faults, Chaos chaos, SimulatorOptions options)
{
    private readonly ConcurrentDictionary<(Vendor, string), bool> _spent = new();

    public async Task<IResult> Pass(HttpContext http, Vendor vendor, string call, string reference, Func<Task<IResult>> work, string? phone = null)
    {
        Recording.Name(http, vendor, call, reference);
        switch (FaultOf(vendor, call, reference, phone))
        {
            case Fault.ErrorBefore:
                return Unavailable(vendor, http);
            case Fault.ErrorAfter:
                await work();
                return Unavailable(vendor, http);
            case Fault.TooManyRequests:
                http.Response.Headers.RetryAfter = "1";
                return Results.Text("Too many requests", statusCode: StatusCodes.Status429TooManyRequests);
            case Fault.Html:
                return Results.Content("<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Your support ID is: 1</body></html>", "text/html");
            case Fault.Slow:
                return await Late(http, await work());
            case Fault.Drop:
                await work();
                http.Abort();
                return Results.Empty;
            default:
                return await work();
        }
    }

    public void Forget() => _spent.Clear();

    private Fault? FaultOf(Vendor vendor, string call, string reference, string? phone) =>
        faults.Take(vendor, call)
        ?? OfScenario(vendor, reference, phone)
        ?? chaos.Choose($"{vendor}/{call}/{reference}", Fault.ErrorBefore, Fault.ErrorAfter, Fault.TooManyRequests, Fault.Html, Fault.Drop);

    // The first call about an order is answered so; whoever tries again is served.
    private Fault? OfScenario(Vendor vendor, string reference, string? phone)
    {
        Fault? fault = world.ScenarioOf(vendor, reference, phone) switch
        {
            Scenario.TooManyRequests => Fault.TooManyRequests,
            Scenario.ServerError => Fault.ErrorBefore,
            Scenario.ServerErrorAfter => Fault.ErrorAfter,
            Scenario.HtmlAnswer => Fault.Html,
            _ => null,
        };
        return fault is not null && _spent.TryAdd((vendor, reference), true) ? fault : null;
    }

    // Stripe says whether trying again makes sense; every second time it does not say.
    private IResult Unavailable(Vendor vendor, HttpContext http)
    {
        if (vendor == Vendor.Stripe && world.NextNumber() % 2 == 0)
            http.Response.Headers["Stripe-Should-Retry"] = "true";
        return Results.Text("Service Unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<IResult> Late(HttpContext http, IResult answer)
    {
        try
        {
            await Task.Delay(options.Slow, http.RequestAborted);
            return answer;
        }
        catch (OperationCanceledException)
        {
            return Results.Empty; // the caller has hung up, as callers do
        }
    }
}
