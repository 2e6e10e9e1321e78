namespace Padel.Simulators.Core;

/// <summary>Carries messages to the merchant and tries again where the vendor would.</summary>
internal sealed class Courier(World world, SimulatorOptions options) : IDisposable
{
    private const int KeptAnswer = 2_000;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = options.NotificationTimeout };

    public async Task Deliver(Order order, Outgoing message, int tries, Func<int, string, bool> accepted, CancellationToken stop)
    {
        for (var attempt = 1; attempt <= tries; attempt++)
        {
            var (status, answer) = await Send(message, stop);
            world.Record(new Exchange(world.Now, "sent", order.Vendor.Slug(), message.Call, order.Reference, message.Address.ToString(), message.Body, status, answer));
            if (accepted(status, answer))
                return;
            if (attempt < tries)
                await Task.Delay(options.NotificationRetry, stop);
        }
    }

    private async Task<(int Status, string Answer)> Send(Outgoing message, CancellationToken stop)
    {
        try
        {
            using var request = message.ToRequest();
            using var response = await _http.SendAsync(request, stop);
            var answer = await response.Content.ReadAsStringAsync(stop);
            return ((int)response.StatusCode, answer.Length > KeptAnswer ? answer[..KeptAnswer] : answer);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return (0, error.Message);
        }
    }

    public void Dispose() => _http.Dispose();
}
