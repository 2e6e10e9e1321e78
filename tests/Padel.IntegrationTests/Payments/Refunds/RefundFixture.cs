using Microsoft.Extensions.DependencyInjection;
using Padel.IntegrationTests.Fixture;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Refunds;

/// <summary>A server whose clubs also have the gateway that does as it is told.</summary>
public sealed class RefundFixture : IAsyncLifetime
{
    private readonly FakeGateway _gateway = new();

    public PadelServer Server { get; private set; } = null!; // set before any test starts

    internal FakeGateway Gateway => _gateway;

    /// <summary>One more such server, with a clock of its own.</summary>
    public static Task<PadelServer> Start() => Start(new FakeGateway());

    public async ValueTask InitializeAsync() => Server = await Start(_gateway);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static Task<PadelServer> Start(FakeGateway gateway) =>
        PadelServer.Start(new PadelServerOptions { Services = services => services.AddSingleton<IGateway>(gateway) });
}
