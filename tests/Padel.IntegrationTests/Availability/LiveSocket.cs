using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Availability;

/// <summary>A browser's end of the live hub: SignalR's JSON protocol over a plain WebSocket.</summary>
internal sealed class LiveSocket : IAsyncDisposable
{
    private const char EndOfMessage = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();
    private Task _reading = Task.CompletedTask;

    public static async Task<LiveSocket> Connect(PadelServer server, string query)
    {
        var live = new LiveSocket();
        var address = new UriBuilder(server.Address) { Scheme = "ws", Path = "/hubs/live", Query = query }.Uri;
        await live._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        await live._socket.SendAsync(
            Encoding.UTF8.GetBytes("""{"protocol":"json","version":1}""" + EndOfMessage), WebSocketMessageType.Text, true,
            TestContext.Current.CancellationToken);
        live._reading = live.Read();
        (await live.Next(TimeSpan.FromSeconds(5))).ShouldBe("{}");
        await Task.Delay(100, TestContext.Current.CancellationToken); // the hub joins the group after it has shaken hands
        return live;
    }

    /// <summary>The next <c>dayChanged</c>; null when none came in time or the hub has closed.</summary>
    public async Task<(Guid ClubId, string? Date)?> DayChanged(TimeSpan within)
    {
        while (await Next(within) is { } text)
        {
            var message = JsonDocument.Parse(text).RootElement;
            if (message.GetProperty("type").GetInt32() != 1)
                continue; // a ping, or a goodbye
            message.GetProperty("target").GetString().ShouldBe("dayChanged");
            var hint = message.GetProperty("arguments")[0];
            return (hint.GetProperty("clubId").GetGuid(), hint.GetProperty("date").GetString());
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    // One reader for the socket's life: giving up on a receive would abort the connection.
    private async Task Read()
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } read)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
                while (text.ToString().IndexOf(EndOfMessage) is >= 0 and var end)
                {
                    await _messages.Writer.WriteAsync(text.ToString(0, end));
                    text.Remove(0, end + 1);
                }
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // hung up, by us or by the hub: the channel's end says so
        }
        finally
        {
            _messages.Writer.Complete();
        }
    }

    private async Task<string?> Next(TimeSpan within)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(within);
        try
        {
            return await _messages.Reader.WaitToReadAsync(late.Token) && _messages.Reader.TryRead(out var message) ? message : null;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return null;
        }
    }
}
