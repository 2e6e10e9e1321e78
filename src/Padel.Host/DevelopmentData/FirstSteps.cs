using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Padel.Host.Health;

namespace Padel.Host.DevelopmentData;

/// <summary>After a start in development: fills the board around today, lets the club take money, and tells the person at the keyboard where to look and how to sign in.</summary>
internal sealed partial class FirstSteps(
    IServer server, Readiness readiness, IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<FirstSteps> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!(lifetime.ApplicationStarted.IsCancellationRequested && readiness.Warm))
            await Task.Delay(LookEvery, stoppingToken);
        var address = OwnAddress.Of(server);
        using var http = new HttpClient { BaseAddress = address, Timeout = AnswerWithin };
        try
        {
            var api = new BoardApi(http);
            await new Board(api, clock).Fill(stoppingToken);
            var money = new SampleMoney(api);
            var connected = Simulators is { } simulators && await money.IsHeardOf(stoppingToken)
                && await new SimulatedGateways(api, http, simulators).Connect(address, stoppingToken);
            await money.SetUp(again: connected, stoppingToken);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or KeyNotFoundException)
        {
            NotFilled(logger, error); // an empty board is no reason not to run
        }

        await Console.Out.WriteLineAsync(Welcome(address));
    }

    private Uri? Simulators => Uri.TryCreate(configuration["Development:SimulatorsUrl"], UriKind.Absolute, out var url) ? url : null;

    private string Welcome(Uri address)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        var staff = string.Join("\n", Accounts.Staff.Select(account => $"             {account.Role,-8} {account.Identifier,-24} {account.Password}"));
        var gateways = Simulators is { } url ? $"\n  Gateways   {url.GetLeftPart(UriPartial.Authority)}  (choose what JazzCash, EasyPaisa, PayFast, Stripe and the bank answer)" : "";
        return $"""

              Padel runs at {origin}

              Player     open it, choose a slot, sign in with any phone or email, for example 0300 1234567;
                         the code: {origin}/dev/outbox?to=03001234567
              Console    {origin}/console
            {staff}
              Messages   {origin}/dev/outbox?to=<phone or email>{gateways}
              Data       {LocalData.DirectoryOf(configuration)}

              Ctrl-C stops it; the data stays.

            """;
    }

    [LoggerMessage(EventId = 1321, Level = LogLevel.Warning, Message = "The board could not be filled with sample bookings")]
    private static partial void NotFilled(ILogger logger, Exception error);
}
