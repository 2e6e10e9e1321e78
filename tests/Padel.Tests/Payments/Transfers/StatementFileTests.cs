using System.Text;
using Padel.Kernel;
using Padel.Payments.Transfers.Statements;

namespace Padel.Tests.Payments.Transfers;

public sealed class StatementFileTests
{
    [Fact]
    public async Task A_statement_with_credit_and_debit_columns_below_a_letterhead_is_read()
    {
        var content = await Read("""
            Standard Chartered Pakistan,,,,
            Account,PK36 SCBL 0000 0011 2345 6702,,,
            Period,01/12/2026 - 03/12/2026,,,

            Transaction Date,Narration,Debit (PKR),Credit (PKR),Balance
            01/12/2026,Opening balance,,,"100,000.00"
            01/12/2026,"IBFT from SARA MALIK, ref 2345 6789",,"9,000.00","109,000.00"
            2/12/2026,Cheque 000123,"5,000.00",,"104,000.00"
            03-Dec-2026 14:05:11,Raast K7M4XPH2,,4500,"108,500.00"
            """);

        content.Credits.Select(line => (line.Number, line.BookedOn, line.Amount.AmountMinor, line.Text)).ShouldBe(
        [
            (7, new DateOnly(2026, 12, 1), 900_000, "IBFT from SARA MALIK, ref 2345 6789"),
            (9, new DateOnly(2026, 12, 3), 450_000, "Raast K7M4XPH2"),
        ]);
        content.Debits.ShouldBe(1);
        content.Unreadable.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Date;Amount;Description;Sender\n01/12/2026;6.000;x;y", 0)]
    [InlineData("Date;Amount;Description;Sender\n01/12/2026;6000;x;y", 600_000)]
    [InlineData("Value Date\tDetails\tAmount\tDR/CR\n1/12/26\tx\t6,000.00\tCR", 600_000)]
    [InlineData("Value Date\tDetails\tAmount\tDR/CR\n1/12/26\tx\t6,000.00\tDR", 0)]
    [InlineData("date,amount\n2026-12-01,-6000", 0)]
    [InlineData("date,amount\n2026-12-01,(6000)", 0)]
    [InlineData("date,amount\n2026-12-01,\"6,000.00 Cr\"", 600_000)]
    [InlineData("date,amount\n2026-12-01,+6000.5", 600_050)]
    [InlineData("date,amount\n2026-12-01,PKR 6000", 600_000)]
    [InlineData("date,amount\n2026-12-01,0.00", 0)]
    public async Task Amounts_are_read_as_banks_write_them(string csv, long minor)
    {
        var content = await Read(csv);

        content.Credits.Sum(line => line.Amount.AmountMinor).ShouldBe(minor);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_told_with_its_line()
    {
        var content = await Read("""
            Date,Credit,Description
            31/02/2026,100,no such day
            01/12/2026,a hundred,no number

            01/12/2026,100,fine
            12/31/2026,100,month first
            """);

        content.Unreadable.ShouldBe([new(2, "\"31/02/2026\" is no date."), new(3, "\"a hundred\" is no amount."), new(6, "\"12/31/2026\" is no date.")]);
        content.Credits.ShouldHaveSingleItem().Number.ShouldBe(5);
    }

    [Fact]
    public async Task The_same_credit_has_the_same_key_in_another_statement()
    {
        const string rows = "\n01/12/2026,100,one\n02/12/2026,200,two";
        var first = await Read("Date,Credit,Description" + rows);
        var second = await Read("Some bank\nDate;Credit;Description\n30/11/2026;50;before" + rows.Replace(',', ';'));

        second.Credits.Skip(1).Select(line => Convert.ToHexString(line.Key)).ShouldBe(first.Credits.Select(line => Convert.ToHexString(line.Key)));
    }

    [Fact]
    public async Task Two_credits_that_look_the_same_are_two()
    {
        var content = await Read("Date,Credit,Description\n01/12/2026,100,cash\n01/12/2026,100,cash");

        content.Credits.Count.ShouldBe(2);
        content.Credits[0].Key.ShouldNotBe(content.Credits[1].Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("Date,Balance\n01/12/2026,5")]
    [InlineData("PK\u0003\u0004")]
    public async Task What_is_no_statement_is_refused(string text) =>
        (await StatementFile.Read(Encoding.UTF8.GetBytes(text), Currency.Pkr, TestContext.Current.CancellationToken)).Error
            .ShouldNotBeNull().Fields.ShouldNotBeNull().Keys.ShouldBe(["statement"]);

    [Fact]
    public async Task A_statement_is_bounded()
    {
        var lines = string.Concat(Enumerable.Repeat("01/12/2026,100,x\n", StatementFile.MaxLines));
        (await Read("Date,Credit,Description\n" + lines)).Credits.Count.ShouldBe(StatementFile.MaxLines);

        var more = Encoding.UTF8.GetBytes("Date,Credit,Description\n" + lines + "01/12/2026,100,x\n");
        (await StatementFile.Read(more, Currency.Pkr, TestContext.Current.CancellationToken)).Error.ShouldNotBeNull();
    }

    private static async Task<StatementContent> Read(string csv) =>
        (await StatementFile.Read(Encoding.UTF8.GetBytes(csv), Currency.Pkr, TestContext.Current.CancellationToken)).Value;
}
