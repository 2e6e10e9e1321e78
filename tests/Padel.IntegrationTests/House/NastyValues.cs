using System.Text;
using System.Text.Json.Nodes;

namespace Padel.IntegrationTests.House;

/// <summary>What hostile, broken and unlucky clients send.</summary>
internal static class NastyValues
{
    private const int TooLongChars = 5_000;

    /// <summary>Stands for half of a surrogate pair, which no JSON writer writes: replace it in the finished text.</summary>
    public const string HalfCharacter = "HALF-A-CHARACTER";

    public static readonly string[] InPaths =
        ["0192f0c1-a1b2-7c3d-8e4f-000000000001", "not-an-id", "%F0%9F%8E%BE", "..%2f..%2fetc", "'%3B%20drop%20table%20clubs--", "%00", "%C0%80", new('x', TooLongChars), "-1"];

    public static readonly string[] InQueries =
        ["", "x", "%00", "0", "-1", "99999999999999999999", "1e400", "NaN", "2026-12-01", "0001-01-01", "9999-12-31", "2026-02-30", "2026-12-01T10:00:00Z",
         "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0192f0c1-a1b2-7c3d-8e4f-000000000001", "%27%20or%201%3D1--", "%3Cscript%3E", "%25%25%5F", "%F0%9F%8E%BE", new('y', TooLongChars)];

    public static readonly (string Name, string Value)[] InHeaders =
    [
        ("Authorization", "Bearer"), ("Authorization", "Bearer a.b.c"), ("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."), ("Authorization", "Basic eDp5"),
        ("Authorization", "Bearer " + new string('A', TooLongChars)), ("If-Match", "garbage"), ("If-Match", "\"99999999999999999999\""), ("If-Match", "*"),
        ("If-None-Match", "garbage"), ("Idempotency-Key", new string('k', TooLongChars)), ("Idempotency-Key", "a b"), ("Accept", "application/xml"),
        ("Accept-Encoding", "nonsense;q=7, br;q=x"), ("Accept-Language", ";;;"), ("Range", "bytes=9-1"), ("Cookie", "padel_refresh=\"; a=b; =;"),
        ("X-Forwarded-For", "not an address"), ("Origin", "null"), ("Content-Encoding", "gzip"), ("traceparent", "00-zz-zz-zz"), ("Expect", "nonsense"),
    ];

    /// <summary>Bodies that fit no route.</summary>
    public static IEnumerable<byte[]> Bodies() =>
        new[]
        {
            "", " ", "{", "}", "[]", "null", "true", "1", "\"text\"", "{}", "{\"a\":}", "{\"a\":1,}", "{'a':1}", "// comment\n{}", "\u0000", "{\"\\u0000\":1}",
            string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200), new string('[', 10_000), "{\"a\":\"" + new string('b', 100_000) + "\"}",
        }.Select(Encoding.UTF8.GetBytes).Append([0xff, 0xfe, 0x7b]).Append([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]);

    /// <summary>What may stand in place of a member, whatever it should be.</summary>
    public static IEnumerable<JsonNode?> Members()
    {
        yield return null;
        yield return true;
        yield return -1;
        yield return 0;
        yield return int.MaxValue;
        yield return 1.5;
        yield return JsonNode.Parse("99999999999999999999");
        yield return JsonNode.Parse("1e308");
        yield return "";
        yield return " ";
        yield return "a\0b";
        yield return new string('z', TooLongChars);
        yield return "'; drop table bookings; --";
        yield return "<script>alert(1)</script>";
        yield return "🎾\u202e\u200b\uffff";
        yield return HalfCharacter;
        yield return "0001-01-01T00:00:00Z";
        yield return "2199-12-31T23:59:59Z";
        yield return "9999-12-31";
        yield return "2026-12-01T10:00:00";
        yield return "0192f0c1-a1b2-7c3d-8e4f-000000000001";
        yield return "00000000-0000-0000-0000-000000000000";
        yield return new JsonObject();
        yield return new JsonArray();
        yield return new JsonArray(null, 1, "x");
    }
}
