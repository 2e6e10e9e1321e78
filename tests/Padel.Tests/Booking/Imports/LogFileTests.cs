using System.Text;
using Padel.Booking.Imports.Reading;

namespace Padel.Tests.Booking.Imports;

public sealed class LogFileTests
{
    private static readonly string[] Columns = ["name", "phone"];

    [Theory]
    [InlineData("name,phone\r\nAli,1\r\n", "2:Ali/1")]
    [InlineData("name,phone\nAli,1", "2:Ali/1")]
    [InlineData("name,phone\rAli,1\r", "2:Ali/1")]
    [InlineData("\uFEFFname,phone\nAli,1", "2:Ali/1")]
    [InlineData("Phone , NAME\n1,Ali", "2:Ali/1")] // any order, any case
    [InlineData("\"name\",\"phone\"\n\"Ali\",\"1\"", "2:Ali/1")]
    [InlineData("name;phone\nAli;1,5", "2:Ali/1,5")]
    [InlineData("name\tphone\nAli\t1", "2:Ali/1")]
    [InlineData("name,phone\n\"Khan, Ali\",\" 1 \"", "2:Khan, Ali/1")]
    [InlineData("name,phone\n\"the \"\"Ali\"\"\",1", "2:the \"Ali\"/1")]
    [InlineData("name,phone\nAli \"the\" Khan,1", "2:Ali \"the\" Khan/1")] // a stray quote is text
    [InlineData("name,phone\n\"Ali\" Khan,1", "2:Ali Khan/1")]
    [InlineData("name,phone\n\"Ali\r\nKhan\",1\nSara,2", "2:Ali\nKhan/1|4:Sara/2")] // lines are counted, not records
    [InlineData("name,phone\n,\nAli,1", "2:BLANK|3:Ali/1")]
    [InlineData("name,phone\n\nAli,1\n\n\n", "2:BLANK|3:Ali/1")] // an empty line between rows is a blank row; after the last it is none
    [InlineData("name,phone\nAli", "2:Ali/")]
    [InlineData("name,phone\nAli,1,5,,", "2:Ali/1,5")] // an unquoted comma in the last column
    [InlineData("name,x,phone,y\nAli,a,1,b", "2:Ali/1")]
    [InlineData("name,phone", "")]
    public async Task Rows_are_read_with_their_lines(string text, string expected) =>
        (await Rows(Encoding.UTF8.GetBytes(text))).ShouldBe(expected);

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Spreadsheets_encodings_are_understood(string encoding)
    {
        var chosen = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding); // built in
        byte[] bytes = [.. chosen.GetPreamble(), .. chosen.GetBytes("name,phone\nJosé Müller,1")];
        (await Rows(bytes)).ShouldBe("2:José Müller/1");
    }

    [Fact]
    public async Task A_character_cut_by_a_block_is_whole()
    {
        var text = "name,phone\n" + string.Concat(Enumerable.Repeat("é,1\n", 60_000)); // blocks end within characters
        var log = await LogFile.Open(File("name,phone\n" + text), Columns, TestContext.Current.CancellationToken);
        var last = await log.Value.Rows(TestContext.Current.CancellationToken).LastAsync(TestContext.Current.CancellationToken);
        last["name"].ShouldBe("é");
    }

    [Theory]
    [InlineData("name\nAli", "The members file has no column \"phone\".")]
    [InlineData("", "The members file has no columns \"name\", \"phone\".")]
    [InlineData("name,phone\n\"Ali,1\nSara,2\n", "The members file cannot be read: the quote opened on line 2 is never closed.")]
    [InlineData("name,phone\nx,1\n\"Ali,1\nSara,\"so \"\"so\"\", fine\"\n", "The members file cannot be read: the quote opened on line 3 is never closed.")]
    [InlineData("PK\u0003\u0004zip", "The members file cannot be read: it is a spreadsheet workbook. Save it as CSV and send that.")]
    [InlineData("name,phone\n\0\0", "The members file cannot be read: it is not a text file.")]
    public async Task A_file_that_cannot_be_read_says_why(string text, string expected)
    {
        var log = await LogFile.Open(File(text), Columns, TestContext.Current.CancellationToken);
        log.Error?.Title.ShouldBe(expected);
        log.IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task A_quote_that_swallows_a_long_file_is_found_early()
    {
        var text = "name,phone\n\"Ali,1\n" + string.Concat(Enumerable.Repeat("Sara Khan,2\n", 100_000));
        var log = await LogFile.Open(File(text), Columns, TestContext.Current.CancellationToken);
        log.Error?.Title.ShouldContain("line 2");
    }

    [Fact]
    public async Task A_file_that_is_not_there_says_so()
    {
        var log = await LogFile.Open(ImportFile.At("members", "/nowhere/members.csv"), Columns, TestContext.Current.CancellationToken);
        log.Error?.Code.ShouldBe("import.unreadable_file");
    }

    private static ImportFile File(string text) => new("members", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static async Task<string> Rows(byte[] bytes)
    {
        var log = await LogFile.Open(new ImportFile("members", () => new MemoryStream(bytes)), Columns, TestContext.Current.CancellationToken);
        log.Error.ShouldBeNull();
        var rows = log.Value.Rows(TestContext.Current.CancellationToken)
            .Select(row => row.IsBlank ? $"{row.Line}:BLANK" : $"{row.Line}:{row["name"]}/{row["phone"]}");
        return string.Join('|', await rows.ToListAsync(TestContext.Current.CancellationToken));
    }
}
