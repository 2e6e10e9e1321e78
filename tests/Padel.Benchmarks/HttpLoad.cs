using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Padel.Benchmarks;

/// <summary>What came back: how many per status, and how long each took.</summary>
internal sealed record LoadResult(TimeSpan Elapsed, IReadOnlyDictionary<int, int> ByStatus, double[] LatenciesMs)
{
    public int Count(int status) => ByStatus.GetValueOrDefault(status);

    public double PerSecond(int status) => Count(status) / Elapsed.TotalSeconds;

    public double AllPerSecond => LatenciesMs.Length / Elapsed.TotalSeconds;

    public double PercentileMs(double share) => LatenciesMs.Length == 0 ? 0 : LatenciesMs[(int)(share * (LatenciesMs.Length - 1))];

    public override string ToString() => string.Join(' ', ByStatus.OrderBy(p => p.Key).Select(p => $"{p.Key}:{p.Value}"));
}

/// <summary>
/// Keeps connections busy with prepared requests over plain sockets: a load that costs little beside what it measures, on the same two cores.
/// </summary>
internal static class HttpLoad
{
    private const int BufferBytes = 256 * 1024;

    /// <param name="next">The next request of a connection; null ends it.</param>
    public static async Task<LoadResult> Run(Uri address, int connections, TimeSpan duration, Func<int, byte[]?> next)
    {
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, connections).Select(worker => Task.Run(() => Work(address, watch, duration, () => next(worker)))).ToArray();
        var answers = (await Task.WhenAll(workers)).SelectMany(list => list).ToArray();
        var elapsed = watch.Elapsed;
        return new LoadResult(
            elapsed,
            answers.GroupBy(answer => answer.Status).ToDictionary(group => group.Key, group => group.Count()),
            [.. answers.Select(answer => answer.Ms).Order()]);
    }

    public static byte[] Get(string path, params string[] headers) => Request("GET", path, headers, "");

    public static byte[] Post(string path, string token, Guid key, string body) => Request("POST", path,
        [$"Authorization: Bearer {token}", $"Idempotency-Key: {key}", "Content-Type: application/json"], body);

    private static byte[] Request(string method, string path, IEnumerable<string> headers, string body) => Encoding.ASCII.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{string.Concat(headers.Select(header => header + "\r\n"))}"
        + (body.Length > 0 ? $"Content-Length: {body.Length}\r\n\r\n{body}" : "\r\n"));

    private static async Task<List<(int Status, double Ms)>> Work(Uri address, Stopwatch watch, TimeSpan duration, Func<byte[]?> next)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var answers = new List<(int, double)>();
        var buffer = new byte[BufferBytes];
        while (watch.Elapsed < duration && next() is { } request)
        {
            var started = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            var status = await ReadAnswer(socket, buffer);
            answers.Add((status, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        }

        return answers;
    }

    private static async Task<int> ReadAnswer(Socket socket, byte[] buffer)
    {
        var filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            filled += read;
            if (StatusWhenComplete(buffer.AsSpan(0, filled)) is { } status)
                return status;
        }
    }

    private static int? StatusWhenComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        var head = answer[..end];
        var body = answer[(end + 4)..];
        var status = int.Parse(head.Slice(9, 3), CultureInfo.InvariantCulture);
        var length = head.IndexOf("Content-Length: "u8);
        if (length >= 0)
        {
            var digits = head[(length + 16)..];
            var stop = digits.IndexOf((byte)'\r');
            return body.Length >= int.Parse(stop < 0 ? digits : digits[..stop], CultureInfo.InvariantCulture) ? status : null;
        }

        var chunked = head.IndexOf("Transfer-Encoding: chunked"u8) >= 0;
        return !chunked || body.EndsWith("0\r\n\r\n"u8) ? status : null;
    }
}
